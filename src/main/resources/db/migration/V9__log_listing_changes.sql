-- The listing of sections is filled by triggers of article, which log what they do: an article logs
-- every list that it enters or leaves. Whoever lists articles anew by a statement of their own, such
-- as after moving a section in the tree, is to leave a trace, too. One row for each section, however
-- many articles there are: none of them has changed.
create function log_article_section_rows() returns trigger language plpgsql as $$
declare
  touched bigint[];
begin
  if tg_op = 'INSERT' then
    touched := array(select distinct n.section_id from new_rows n);
  elsif tg_op = 'DELETE' then
    touched := array(select distinct o.section_id from old_rows o);
  else
    touched := array(
      select distinct section_id
        from old_rows o full join new_rows n using (section_id, article_id) where o is distinct from n);
  end if;
  perform log_changes('section', array_agg((id, false, array['articles', 'l:s' || id])::change_note))
    from unnest(touched) id;
  return null;
end $$;

do $$
declare
  event record;
begin
  for event in
    select * from (values
      ('insert', 'new table as new_rows'),
      ('update', 'old table as old_rows new table as new_rows'),
      ('delete', 'old table as old_rows')) as t(name, rows)
  loop
    -- Within a trigger of article, or a cascade from it, the depth is more than nothing.
    execute format('create trigger %I after %s on article_section referencing %s for each statement'
      ' when (pg_trigger_depth() = 0) execute function log_article_section_rows()',
      'article_section_' || event.name || '_logged', event.name, event.rows);
  end loop;
end $$;
create trigger article_section_truncate_logged after truncate on article_section
  for each statement execute function renew_change_feed();
