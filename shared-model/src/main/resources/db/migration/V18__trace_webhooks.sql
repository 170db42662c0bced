-- A webhook tells of an event in the trace of the request or the work that caused it (W3C Trace Context, traceparent).
alter table interview_event add column traceparent text;
alter table webhook_delivery add column traceparent text;

create or replace function tell_webhooks() returns trigger
    language plpgsql as $$
begin
    insert into webhook_delivery (id, tenant_id, webhook_id, type, session_id, turn_id, answer_id, event_cursor, occurred_at,
                                  status, attempt, claim, next_attempt_at, attempts, created_at, traceparent)
    select time_ordered_uuid(), webhook.tenant_id, webhook.id, wire_name(event.type), event.session_id, event.turn_id,
           event.answer_id, event.cursor, event.created_at, 'PENDING', 0, 0, now(), '[]', now(), event.traceparent
    from event
    join webhook on webhook.tenant_id = event.tenant_id
    where webhook.enabled
      and (webhook.events @> '"*"' or webhook.events @> to_jsonb(wire_name(event.type)))
    -- Somebody may delete the endpoint right now, and no answer may fail for that: its row is kept until the end, or passed over.
    for key share of webhook;
    return null;
end
$$;
