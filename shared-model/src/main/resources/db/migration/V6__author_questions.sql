-- A tenant's own questions stand beside the built-in ones, in the same tables, so that sessions, turns and workers need
-- not know the difference. The stored id of a tenant's question is its slug, a tilde, which no slug has, and the
-- tenant's id: tenants may use each other's slugs and those of the built-in bank without knowing of each other.
alter table question
    add column tenant_id uuid, -- null for the built-in bank
    add column slug text not null generated always as (split_part(id, '~', 1)) stored,
    add column archived_at timestamptz,
    add constraint fk_question_tenant_id foreign key (tenant_id) references tenant (id);
create index ix_question_tenant_id on question (tenant_id);
create index ix_question_slug on question (slug);

-- A draft is a version like any other, only not yet published: what a version says never changes, whatever its status.
alter table question_version
    add column status text not null default 'PUBLISHED',
    add column published_at timestamptz;

alter table tenant add column hides_built_in boolean not null default false;
