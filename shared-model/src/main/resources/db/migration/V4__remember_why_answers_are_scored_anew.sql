-- Who asked for a new evaluation of an answer gave a reason. Goes with the answer when that is erased.
create table rescoring (
    id                 uuid        not null,
    tenant_id          uuid        not null,
    session_id         uuid        not null,
    answer_id          uuid        not null,
    evaluation_version int         not null, -- of the evaluation that was asked for
    reason             text        not null,
    requested_at       timestamptz not null,
    constraint pk_rescoring primary key (id),
    constraint fk_rescoring_tenant_id foreign key (tenant_id) references tenant (id),
    constraint fk_rescoring_session_id foreign key (session_id) references session (id) on delete cascade,
    constraint fk_rescoring_answer_id foreign key (answer_id) references answer (id) on delete cascade
);
create index ix_rescoring_tenant_id on rescoring (tenant_id);
create index ix_rescoring_session_id on rescoring (session_id);
create index ix_rescoring_answer_id on rescoring (answer_id);
