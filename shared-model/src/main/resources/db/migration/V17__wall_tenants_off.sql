-- PostgreSQL itself keeps tenants apart, whatever a statement forgets to ask. Services become one of these roles as they
-- connect. None of them owns anything; none can log in.
do $$
declare
    missing text;
begin
    foreach missing in array array['greenroom_api', 'greenroom_worker', 'greenroom_system'] loop
        if not exists (select from pg_roles where rolname = missing) then
            execute format('create role %I nologin', missing);
        end if;
    end loop;
end $$;

grant usage on schema public to greenroom_api, greenroom_worker, greenroom_system;
grant select, insert, update, delete on all tables in schema public to greenroom_api, greenroom_worker, greenroom_system;
alter default privileges in schema public
    grant select, insert, update, delete on tables to greenroom_api, greenroom_worker, greenroom_system;
revoke all on flyway_schema_history from greenroom_api, greenroom_worker, greenroom_system;
-- A worker has no use for what opens the API.
revoke all on api_key, signing_key, guest_start, idempotency_record from greenroom_worker;

do $$
begin
    if to_regclass('audit_log') is not null then -- append-only, for whoever it is
        revoke update, delete on audit_log from greenroom_api, greenroom_system;
        revoke all on audit_log from greenroom_worker;
    end if;
end $$;

-- The tenants in whose name the transaction works, set by set_config('greenroom.tenant', …, true): usually one, several
-- where a worker writes results of several together. Null unless set, and then nothing is visible.
create function current_tenants() returns uuid[]
    language sql stable parallel safe
    return string_to_array(nullif(current_setting('greenroom.tenant', true), ''), ',')::uuid[];

-- Lets a table's rows be seen and changed only in the name of their tenant; by greenroom_system, which jobs become that
-- are about all tenants, without a look at the tenant. The subquery has the setting read once, not for every row.
create procedure wall_off(place regclass, own text default 'tenant_id = any ((select current_tenants())::uuid[])')
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', place);
    execute format('alter table %s force row level security', place);
    execute format('create policy own_tenant on %s using (%s) with check (%2$s)', place, own);
    execute format('create policy all_tenants on %s to greenroom_system using (true) with check (true)', place);
end $$;

do $$
declare
    place regclass;
begin
    -- Ordinary tables that name a tenant.
    for place in
        select a.attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
        where a.attname = 'tenant_id' and not a.attisdropped and c.relkind = 'r'
            and c.relnamespace = 'public'::regnamespace
    loop
        call wall_off(place);
    end loop;
    call wall_off('tenant', 'id = any ((select current_tenants())::uuid[])');
    call wall_off('question_version', 'split_part(question_id, ''~'', 2) = any ((select current_tenants())::text[])');
    -- What operators count, and what an announcement has to know, is asked in the name of the owner.
    execute format('create policy counted on answer for select to %I using (true)', current_user);
    execute format('create policy counted on evaluation for select to %I using (true)', current_user);
end $$;

-- Everybody reads the built-in bank.
create policy built_in on question for select using (tenant_id is null);
create policy built_in on question_version for select using (position('~' in question_id) = 0);

-- A worker claims and keeps answers of all tenants, scores samples of all authors, reads all questions and keeps accounts.
-- Everything else of an interview it sees in the name of the tenants whose answers it is at.
create policy claims on answer to greenroom_worker using (true) with check (true);
create policy samples on trial to greenroom_worker using (true) with check (true);
create policy accounts on usage_day to greenroom_worker using (true) with check (true);
create policy asked on question for select to greenroom_worker using (true);
create policy asked on question_version for select to greenroom_worker using (true);

-- The version that the next evaluation of an answer will have, and nothing else of its evaluations.
create function next_evaluation_version(answer uuid) returns int
    language sql stable security definer set search_path = public, pg_temp
as $$
    select coalesce(max(version), 0) + 1 from evaluation where answer_id = next_evaluation_version.answer
$$;
revoke all on function next_evaluation_version(uuid) from public;
grant execute on function next_evaluation_version(uuid) to greenroom_api, greenroom_worker, greenroom_system;
