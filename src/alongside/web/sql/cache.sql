-- Where failed sign-ins are counted, for every process alike (Django's database cache).
CREATE TABLE IF NOT EXISTS web_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX IF NOT EXISTS web_cache_expires ON web_cache (expires);
