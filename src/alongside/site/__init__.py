"""The whole house put together: settings, addresses, commands."""
