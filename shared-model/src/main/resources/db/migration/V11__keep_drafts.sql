-- What a candidate has written in answer to a turn and not sent yet. Goes when the turn is answered.
create table draft (
    turn_id    uuid        not null,
    tenant_id  uuid        not null,
    session_id uuid        not null,
    text       text        not null,
    saved_at   timestamptz not null,
    constraint pk_draft primary key (turn_id),
    constraint fk_draft_tenant_id foreign key (tenant_id) references tenant (id),
    constraint fk_draft_turn_id foreign key (turn_id) references turn (id) on delete cascade,
    constraint fk_draft_session_id foreign key (session_id) references session (id) on delete cascade
);
create index ix_draft_tenant_id on draft (tenant_id);
create index ix_draft_session_id on draft (session_id);

-- For the job that ends interviews which nobody goes on with.
create index ix_session_in_progress on session (created_at) where status = 'IN_PROGRESS';
