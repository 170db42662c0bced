-- What a key is for and how long it lasts. The keys of before open all that they opened; the release before makes such keys.
alter table api_key
    add column kind text not null default 'SECRET',
    add column sandbox boolean not null default false,
    add column scopes jsonb not null
        default '["content:read", "content:write", "sessions:read", "sessions:write", "webhooks", "admin"]',
    add column hint text, -- prefix and last characters, for people
    add column expires_at timestamptz,
    add column last_used_at timestamptz, -- to the minute
    add column rotated_to uuid,
    add constraint fk_api_key_rotated_to foreign key (rotated_to) references api_key (id);
create index ix_api_key_rotated_to on api_key (rotated_to);
create index ix_api_key_tenant_id_id on api_key (tenant_id, id desc);
