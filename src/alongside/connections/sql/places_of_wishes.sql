-- From the day on which it must not be known where somebody is, their wishes say of no part of town that they are near it: whoever put the protection
-- there, and on whatever page. A place that went does not come back by itself.
CREATE OR REPLACE FUNCTION wishes_lose_their_place() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    UPDATE directory_gap SET near = '', latitude = NULL, longitude = NULL, reach = NULL
    WHERE id IN (SELECT k.gap_id FROM connections_gapof k WHERE k.person_id = NEW.person_id);
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER wishes_lose_their_place AFTER INSERT ON people_locationprotection
    FOR EACH ROW EXECUTE FUNCTION wishes_lose_their_place();
