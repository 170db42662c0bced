-- The role that KEDA counts with: it sees the view 'backlog', five numbers, and nothing else. Run it once, as the owner of
-- the schema, after the first migration; set the password by '\password greenroom_scaler'.
create role greenroom_scaler login connection limit 5;
alter role greenroom_scaler set default_transaction_read_only = on;
alter role greenroom_scaler set statement_timeout = '5s';
grant select on backlog to greenroom_scaler;
