-- Origins (RFC 6454) of the pages that may call in the name of the key's tenant, beside those that the operator lets call.
alter table api_key add column origins jsonb not null default '[]';
create index ix_api_key_origins on api_key (tenant_id) where origins <> '[]';
