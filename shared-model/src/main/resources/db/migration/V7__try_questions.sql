-- Sample answers on which an author tries a question, for as long as the author waits. Unlogged: a trial that a crash
-- takes away was taken away from somebody who no longer waits either.
create unlogged table trial (
    id               uuid        not null,
    tenant_id        uuid        not null,
    question_id      text        not null,
    question_version int         not null,
    follow_up_id     text,
    text             text        not null,
    taken_at         timestamptz,          -- when a worker took it
    done_at          timestamptz,
    result           jsonb,                -- the assessment; null when done without one
    created_at       timestamptz not null,
    expires_at       timestamptz not null, -- nobody waits any longer
    constraint pk_trial primary key (id)
);
create index ix_trial_waiting on trial (created_at) where taken_at is null;
create index ix_trial_expires_at on trial (expires_at);
