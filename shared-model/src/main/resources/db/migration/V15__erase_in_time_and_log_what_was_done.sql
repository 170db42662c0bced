-- Who did what to what, and when. Nobody changes or deletes an entry: no role may, and where a role may all the same,
-- as its owner or as a superuser, the trigger refuses.
create table audit_log (
    id        uuid        not null,
    tenant_id uuid        not null,
    at        timestamptz not null,
    actor     text        not null, -- the public id of an API key, or the name of a job
    action    text        not null,
    object    text        not null, -- a public id; a candidate as a hash
    constraint pk_audit_log primary key (id),
    constraint fk_audit_log_tenant_id foreign key (tenant_id) references tenant (id)
);
create index ix_audit_log_tenant_id_id on audit_log (tenant_id, id desc);
create index ix_audit_log_tenant_id_object_id on audit_log (tenant_id, object, id desc);

revoke update, delete, truncate on audit_log from public;
do $$
declare
    holder name;
begin
    for holder in
        select distinct pg_get_userbyid(acl.grantee)
        from pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner))) as acl
        where oid = 'audit_log'::regclass and acl.grantee <> 0
    loop
        execute format('revoke update, delete, truncate on audit_log from %I', holder);
    end loop;
end $$;

create function refuse_to_rewrite() returns trigger
    language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger tr_audit_log_append_only before update or delete or truncate on audit_log
    for each statement execute function refuse_to_rewrite();

-- Stored responses go with the session that they are about; null for those about none, and for those of the release before.
alter table idempotency_record add column session_id uuid;
create index ix_idempotency_record_session_id on idempotency_record (session_id) where session_id is not null;
create index ix_idempotency_record_about_none on idempotency_record (tenant_id) where session_id is null;

-- For the job that erases sessions whose time is over: those that say how long they are kept, and the others.
create index ix_session_kept_until
    on session (((completed_at at time zone 'UTC') + make_interval(days => retention_days)))
    where retention_days is not null;
create index ix_session_completed_at on session (completed_at) where retention_days is null and completed_at is not null;

-- What a tenant has used is counted where it is, and kept here as numbers when it is erased.
alter table usage_day
    add column erased_sessions bigint not null default 0,
    add column erased_answers bigint not null default 0;
create index ix_session_tenant_id_created_at on session (tenant_id, created_at);
create index ix_answer_tenant_id_submitted_at on answer (tenant_id, submitted_at);
drop index ix_answer_tenant_id; -- the new one serves its purpose too
