"""What is missing here: wishes that grow together, and become the idea of a group or a barrier with somebody who sees to it."""
