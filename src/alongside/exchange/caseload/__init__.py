"""Understanding a spreadsheet of people as a team really has it. Nothing here knows of the database."""
