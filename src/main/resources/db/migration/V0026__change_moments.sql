-- A fact sheet shows the data as they were at a moment: the last change is asked for each time, and changes are found by their time.
CREATE INDEX change_at ON change (at);
