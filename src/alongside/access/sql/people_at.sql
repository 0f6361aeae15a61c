-- Who, of those whose whereabouts the one who asks may see, lives where an address or a postcode is like one of these patterns.
-- The patterns are tried first, and only whoever fits is asked about: row security, asked of everybody, would take a second.
-- What is known of anybody else is not told, nor that there is anything. `number` says which pattern each of them fits.
CREATE OR REPLACE FUNCTION people_at(in_address text[], in_postcode text[]) RETURNS TABLE (person_id uuid, number integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
    SELECT w.person_id, a.number::integer
    FROM unnest(in_address, in_postcode) WITH ORDINALITY AS a (address, postcode, number)
    JOIN people_whereabouts w ON a.address <> '' AND w.address ~* a.address OR a.postcode <> '' AND starts_with(replace(w.postcode, ' ', ''), a.postcode)
    WHERE EXISTS (SELECT FROM may_see s
                  WHERE s.actor_id = (SELECT current_actor()) AND s.person_id = w.person_id AND s.part = 'whereabouts')
    LIMIT 1000
$$;
