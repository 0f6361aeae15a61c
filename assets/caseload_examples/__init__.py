"""The three invented spreadsheets with which moving in can be tried."""
