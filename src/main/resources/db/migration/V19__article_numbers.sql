-- Numbers of articles are drawn from the sequence, but imports bring some, too, and keep the sequence
-- ahead of them. There is no "set it if it is lower": between the look and the setting somebody else
-- may draw, or set it higher, and it would go back and give numbers twice. So whoever draws shares a
-- lock, and whoever sets has it alone. It is held for the moment of that, not for the transaction: a
-- sequence and a variable stay as they are when a block is rolled back, and the block's lock goes.

create function next_article_numbers(wanted integer) returns setof bigint language plpgsql as $$
declare
  drawn bigint[];
begin
  begin
    perform pg_advisory_xact_lock_shared(1935762280, 4);
    drawn := array(select nextval('article_seq') from generate_series(1, wanted));
    raise exception using errcode = 'SK001';
  exception when sqlstate 'SK001' then null;
  end;
  return query select unnest(drawn);
end $$;

-- No number up to this one is drawn from now on.
create function pass_article_number(brought bigint) returns void language plpgsql as $$
begin
  begin
    perform pg_advisory_xact_lock(1935762280, 4);
    -- What has not been called yet would give its last value itself.
    perform setval('article_seq', brought)
      from article_seq s where s.last_value < brought or s.last_value = brought and not s.is_called;
    raise exception using errcode = 'SK001';
  exception when sqlstate 'SK001' then null;
  end;
end $$;
