-- Endpoints of tenants that want to be told what happens.
create table webhook (
    id                    uuid        not null,
    tenant_id             uuid        not null,
    url                   text        not null,
    description           text        not null,
    events                jsonb       not null, -- types of events as clients know them; "*" is every type
    enabled               boolean     not null,
    secret                bytea       not null, -- sealed, as is the one before
    previous_secret       bytea,
    previous_secret_until timestamptz,
    failing_since         timestamptz,          -- since when it has taken nothing; null while it works
    disabled_at           timestamptz,
    disabled_reason       text,
    created_at            timestamptz not null,
    constraint pk_webhook primary key (id),
    constraint fk_webhook_tenant_id foreign key (tenant_id) references tenant (id)
);
create index ix_webhook_tenant_id_id on webhook (tenant_id, id desc);

-- What an endpoint is told, and how that went. A delivery holds ids and what the receiver answered, never a candidate's
-- words; it goes with its session.
create table webhook_delivery (
    id              uuid        not null, -- goes out as webhook-id, the same at each attempt
    tenant_id       uuid        not null,
    webhook_id      uuid        not null,
    type            text        not null,
    session_id      uuid,
    turn_id         uuid,
    answer_id       uuid,
    event_cursor    bigint,
    subject_id      uuid,                 -- the webhook that an event of webhooks is about
    occurred_at     timestamptz not null,
    status          text        not null,
    attempt         int         not null, -- how many attempts of the present round there have been
    claim           int         not null, -- the fencing token: a result counts only under the claim that it was sent under
    next_attempt_at timestamptz,          -- while PENDING: when it is due, or when the claim ends
    attempts        jsonb       not null, -- the latest, oldest first
    delivered_at    timestamptz,
    created_at      timestamptz not null,
    constraint pk_webhook_delivery primary key (id),
    constraint fk_webhook_delivery_tenant_id foreign key (tenant_id) references tenant (id),
    constraint fk_webhook_delivery_webhook_id foreign key (webhook_id) references webhook (id) on delete cascade,
    constraint fk_webhook_delivery_session_id foreign key (session_id) references session (id) on delete cascade
);
create index ix_webhook_delivery_tenant_id on webhook_delivery (tenant_id);
create index ix_webhook_delivery_webhook_id_id on webhook_delivery (webhook_id, id desc);
create index ix_webhook_delivery_session_id on webhook_delivery (session_id) where session_id is not null;
create index ix_webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at) where status = 'PENDING';
create index ix_webhook_delivery_created_at on webhook_delivery using brin (created_at);

-- A UUID of version 7 (RFC 9562, section 5.7), which PostgreSQL makes by itself only from 18 on.
create function time_ordered_uuid() returns uuid
    language sql volatile parallel safe
    return encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
            52, 1), 53, 1),
        'hex')::uuid;

-- The type of an event as clients know it, made of the one that is stored.
create function wire_name(type text) returns text
    language sql immutable strict parallel safe
    return lower(regexp_replace(type, '_', '.'));

-- Whoever writes an event, of this release or the one before, writes its deliveries in the same transaction: none is lost.
create function tell_webhooks() returns trigger
    language plpgsql as $$
begin
    insert into webhook_delivery (id, tenant_id, webhook_id, type, session_id, turn_id, answer_id, event_cursor, occurred_at,
                                  status, attempt, claim, next_attempt_at, attempts, created_at)
    select time_ordered_uuid(), webhook.tenant_id, webhook.id, wire_name(event.type), event.session_id, event.turn_id,
           event.answer_id, event.cursor, event.created_at, 'PENDING', 0, 0, now(), '[]', now()
    from event
    join webhook on webhook.tenant_id = event.tenant_id
    where webhook.enabled
      and (webhook.events @> '"*"' or webhook.events @> to_jsonb(wire_name(event.type)))
    -- Somebody may delete the endpoint right now, and no answer may fail for that: its row is kept until the end, or passed over.
    for key share of webhook;
    return null;
end
$$;
create trigger tell_webhooks
    after insert on interview_event
    referencing new table as event
    for each statement execute function tell_webhooks();
