"""Evidence over many services: extracts that may leave a house, and the same definitions counted over all of them.

`coarse` makes an extract coarse enough to leave, `shelf` writes and reads it as Parquet, `engines` opens many on DuckDB or
on Spark, and `together` counts. None of it knows Django.
"""
