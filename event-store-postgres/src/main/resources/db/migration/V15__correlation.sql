-- What came of a request, over reactions and deadlines: whoever appends puts the correlation into the metadata. It should
-- grow with time, as the application's does, and in the order of bytes, so that new entries come to lie at the end.
CREATE INDEX events_correlation_idx ON vigil.events (((metadata ->> 'correlationId') COLLATE "C"));
