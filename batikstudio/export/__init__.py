"""Files for printers: a picture arrives in bands of rows and leaves as a verified file."""
