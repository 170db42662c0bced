-- What operators look at and what the number of workers follows. A view, so that a role may see these numbers and no row.
create view backlog as
select (select count(*) from answer
        where status = 'QUEUED' and (next_attempt_at is null or next_attempt_at <= now())) as waiting,
       (select count(*) from answer
        where status = 'QUEUED' and next_attempt_at > now())                               as retrying,
       (select count(*) from answer where status = 'SCORING')                              as scoring,
       (select count(*) from answer where status = 'FAILED')                               as failed,
       (select count(*) from quarantined_event)                                            as unreadable,
       coalesce((select extract(epoch from now() - min(submitted_at)) from answer
                 where status = 'QUEUED'), 0)::double precision                            as oldest_seconds;

-- For pruning. Of the kind that costs an insert next to nothing, since events come in the order of their time.
create index ix_interview_event_created_at on interview_event using brin (created_at);
create index ix_quarantined_event_received_at on quarantined_event (received_at);
-- The quarantine of a tenant, newest first.
create index ix_answer_tenant_id_failed on answer (tenant_id, id desc) where status = 'FAILED';
