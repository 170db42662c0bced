-- Who started a session, and whether it is for trying out: then no language model ever sees its answers.
alter table session
    add column guest boolean not null default false,
    add column sandbox boolean not null default false;

-- What signs session tokens, so that every replica verifies what any other one has signed. Empty where the operator
-- configures keys.
create table signing_key (
    id         text        not null, -- RFC 7638 thumbprint
    jwk        text        not null, -- with the private part
    signs_from timestamptz not null,
    constraint pk_signing_key primary key (id)
);

-- How many guest sessions a publishable key has started in an hour: altogether, and from each network.
create table guest_start (
    api_key_id uuid        not null,
    tenant_id  uuid        not null,
    hour       timestamptz not null,
    network    text        not null, -- a keyed hash; empty for all networks together
    started    int         not null,
    constraint pk_guest_start primary key (api_key_id, hour, network),
    constraint fk_guest_start_api_key_id foreign key (api_key_id) references api_key (id),
    constraint fk_guest_start_tenant_id foreign key (tenant_id) references tenant (id)
);
create index ix_guest_start_hour on guest_start (hour);
create index ix_guest_start_tenant_id on guest_start (tenant_id);
