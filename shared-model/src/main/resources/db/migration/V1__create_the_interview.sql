-- Keys are time-ordered UUIDs made by the services. Every row that a tenant owns names the tenant, so that
-- row-level security can be switched on without touching the data.

create table tenant (
    id         uuid        not null,
    name       text        not null,
    created_at timestamptz not null,
    constraint pk_tenant primary key (id)
);

create table api_key (
    id         uuid        not null,
    tenant_id  uuid        not null,
    name       text        not null,
    key_hash   bytea       not null, -- SHA-256 of the key; the key itself is never stored
    created_at timestamptz not null,
    revoked_at timestamptz,
    constraint pk_api_key primary key (id),
    constraint fk_api_key_tenant_id foreign key (tenant_id) references tenant (id),
    constraint uq_api_key_key_hash unique (key_hash)
);
create index ix_api_key_tenant_id on api_key (tenant_id);

-- The built-in question bank belongs to no tenant: every tenant reads it, none writes it.

create table topic (
    id       text not null,
    position int  not null,
    guide    jsonb not null,
    constraint pk_topic primary key (id)
);

create table section (
    topic_id text not null,
    id       text not null,
    position int  not null,
    title    text not null,
    constraint pk_section primary key (topic_id, id),
    constraint fk_section_topic_id foreign key (topic_id) references topic (id)
);

create table rubric_version (
    id      text  not null,
    version int   not null,
    body    jsonb not null,
    constraint pk_rubric_version primary key (id, version)
);

create table question (
    id              text not null,
    topic_id        text not null,
    section_id      text not null,
    position        int  not null,
    level           text not null,
    kind            text not null,
    current_version int  not null,
    constraint pk_question primary key (id),
    constraint fk_question_topic_id_section_id foreign key (topic_id, section_id) references section (topic_id, id)
);
create index ix_question_topic_id_section_id on question (topic_id, section_id);

create table question_version (
    question_id text        not null,
    version     int         not null,
    content_hash bytea      not null,
    body        jsonb       not null,
    created_at  timestamptz not null,
    constraint pk_question_version primary key (question_id, version),
    constraint fk_question_version_question_id foreign key (question_id) references question (id)
);

-- The interview.

create table session (
    id              uuid        not null,
    tenant_id       uuid        not null,
    topic_id        text        not null,
    sections        jsonb       not null,
    level           text,
    mode            text        not null,
    status          text        not null,
    candidate_ref   text,
    locale          text        not null,
    seed            bigint      not null,
    max_follow_ups  int         not null,
    plan            jsonb       not null, -- the questions to ask, in order, each with its version
    asked           int         not null, -- how many of them have been asked
    turn_count      int         not null,
    answered_count  int         not null,
    current_turn_id uuid,
    event_cursor    bigint      not null, -- cursor of the session's newest event
    retention_days  int,
    metadata        jsonb       not null,
    created_at      timestamptz not null,
    completed_at    timestamptz,
    row_version     int         not null,
    constraint pk_session primary key (id),
    constraint fk_session_tenant_id foreign key (tenant_id) references tenant (id),
    constraint fk_session_topic_id foreign key (topic_id) references topic (id)
);
create index ix_session_tenant_id_id on session (tenant_id, id desc);
create index ix_session_tenant_id_candidate_ref_id on session (tenant_id, candidate_ref, id desc);
create index ix_session_topic_id on session (topic_id);

create table turn (
    id               uuid        not null,
    tenant_id        uuid        not null,
    session_id       uuid        not null,
    ordinal          int         not null, -- 1 for the first turn of the session
    kind             text        not null,
    parent_turn_id   uuid,
    main_turn_id     uuid        not null, -- the turn that opened the thread; its own id for a main turn
    depth            int         not null, -- 0 for a main turn
    question_id      text        not null,
    question_version int         not null,
    follow_up_id     text,
    prompt           text        not null,
    target_concepts  jsonb       not null,
    trigger          text,
    status           text        not null,
    asked_at         timestamptz not null,
    row_version      int         not null,
    constraint pk_turn primary key (id),
    constraint fk_turn_tenant_id foreign key (tenant_id) references tenant (id),
    constraint fk_turn_session_id foreign key (session_id) references session (id) on delete cascade,
    constraint fk_turn_parent_turn_id foreign key (parent_turn_id) references turn (id),
    constraint fk_turn_question_id_question_version foreign key (question_id, question_version)
        references question_version (question_id, version),
    constraint uq_turn_session_id_ordinal unique (session_id, ordinal)
);
create index ix_turn_tenant_id on turn (tenant_id);
create index ix_turn_parent_turn_id on turn (parent_turn_id);
create index ix_turn_main_turn_id on turn (main_turn_id);
create index ix_turn_question_id_question_version on turn (question_id, question_version);

create table answer (
    id               uuid        not null,
    tenant_id        uuid        not null,
    session_id       uuid        not null,
    turn_id          uuid        not null,
    text             text        not null,
    input_mode       text        not null,
    skipped          boolean     not null,
    duration_ms      bigint,
    speech           jsonb,
    status           text        not null,
    reason           text,
    submitted_at     timestamptz not null,
    -- Who scores it. The attempt number is the fencing token: a result counts only under the attempt that was claimed.
    attempt          int         not null,
    failures         int         not null,
    lease_owner      text,
    lease_expires_at timestamptz,
    next_attempt_at  timestamptz,
    announced_at     timestamptz not null,
    announcements    int         not null,
    row_version      int         not null,
    constraint pk_answer primary key (id),
    constraint fk_answer_tenant_id foreign key (tenant_id) references tenant (id),
    constraint fk_answer_session_id foreign key (session_id) references session (id) on delete cascade,
    constraint fk_answer_turn_id foreign key (turn_id) references turn (id) on delete cascade,
    constraint uq_answer_turn_id unique (turn_id)
);
create index ix_answer_tenant_id on answer (tenant_id);
create index ix_answer_session_id on answer (session_id);
-- The sweeper's three questions: whose lease ran out, whose retry is due, who was forgotten.
create index ix_answer_lease_expires_at on answer (lease_expires_at) where status = 'SCORING';
create index ix_answer_next_attempt_at on answer (next_attempt_at) where status = 'QUEUED' and next_attempt_at is not null;
create index ix_answer_waiting on answer (announced_at) where status = 'QUEUED';
create index ix_answer_failed on answer (id) where status = 'FAILED';

create table evaluation (
    id               uuid        not null,
    tenant_id        uuid        not null,
    session_id       uuid        not null,
    answer_id        uuid        not null,
    version          int         not null,
    stage            text        not null,
    status           text        not null,
    score            int,
    body             jsonb       not null,
    created_at       timestamptz not null,
    constraint pk_evaluation primary key (id),
    constraint fk_evaluation_tenant_id foreign key (tenant_id) references tenant (id),
    constraint fk_evaluation_session_id foreign key (session_id) references session (id) on delete cascade,
    constraint fk_evaluation_answer_id foreign key (answer_id) references answer (id) on delete cascade,
    constraint uq_evaluation_answer_id_version unique (answer_id, version)
);
create index ix_evaluation_tenant_id on evaluation (tenant_id);
create index ix_evaluation_session_id on evaluation (session_id);

create table interview_event (
    session_id uuid        not null,
    cursor     bigint      not null, -- 1, 2, 3 … within the session, without a gap
    tenant_id  uuid        not null,
    type       text        not null,
    turn_id    uuid,
    answer_id  uuid,
    created_at timestamptz not null,
    constraint pk_interview_event primary key (session_id, cursor),
    constraint fk_interview_event_session_id foreign key (session_id) references session (id) on delete cascade,
    constraint fk_interview_event_tenant_id foreign key (tenant_id) references tenant (id)
);
create index ix_interview_event_tenant_id on interview_event (tenant_id);

-- Messages on their way to Kafka; a row goes once the broker has it. No foreign keys: the rows are short-lived, and a
-- message about an answer that was erased since is harmless.
create table outbox (
    id         uuid        not null,
    topic      text        not null,
    key        text        not null,
    payload    text        not null,
    answer_id  uuid, -- set while the row announces an answer that waits to be scored
    created_at timestamptz not null,
    constraint pk_outbox primary key (id)
);
create index ix_outbox_answer_id on outbox (answer_id) where answer_id is not null;

create table idempotency_record (
    tenant_id    uuid        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       int         not null,
    location     text,
    body         text        not null,
    created_at   timestamptz not null,
    constraint pk_idempotency_record primary key (tenant_id, key),
    constraint fk_idempotency_record_tenant_id foreign key (tenant_id) references tenant (id)
);
create index ix_idempotency_record_created_at on idempotency_record (created_at);

-- Messages that no worker could read, kept as they came.
create table quarantined_event (
    id          uuid        not null,
    topic       text        not null,
    record_key  text,
    payload     text,
    reason      text        not null,
    received_at timestamptz not null,
    constraint pk_quarantined_event primary key (id)
);
