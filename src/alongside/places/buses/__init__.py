"""Buses, trams and trains: a timetable that somebody loads (GTFS), and how one gets somewhere by it."""
