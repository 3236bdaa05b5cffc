-- What was done is read the latest first, whatever it is filtered by: each index holds the rows of
-- its filter in that order. The number only tells apart what was done in the same millisecond.

drop index audit_log_of_entity, audit_log_of_principal, audit_log_of_operation, audit_log_by_time;
create index audit_log_by_time on audit_log (at desc, id desc);
create index audit_log_of_entity on audit_log (kind, entity, at desc, id desc);
create index audit_log_of_principal on audit_log (principal_id, at desc, id desc);
create index audit_log_of_operation on audit_log (operation, at desc, id desc);

-- Every use of another admin's key looks for these, and there is hardly ever one.
create index access_key_bootstrap on access_key (principal_id) where bootstrap;
