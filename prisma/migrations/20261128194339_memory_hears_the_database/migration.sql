-- What pages remember is forgotten when the database tells of a change (docs/adr/0024); nobody asks for a number first.
DROP TABLE "cache_stamp";

-- Who stands at a region as its contact does so for an organisation of that region.
SELECT watch_content('membership');
