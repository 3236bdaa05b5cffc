-- A key that is followed by another ends with the overlap. When it was to end before that decides how
-- long those that follow it live, also if its holder asks twice because an answer was lost.
alter table access_key
  add column followed_at timestamptz(3),
  add column planned_end timestamptz(3);
