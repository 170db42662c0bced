-- What a tenant's answers cost at the provider of a judge, by day (UTC). The worker adds to it after each call and reads
-- it before the next answer, so that a daily budget holds across all workers.
create table usage_day (
    tenant_id         uuid           not null,
    day               date           not null,
    judge_calls       bigint         not null,
    prompt_tokens     bigint         not null,
    completion_tokens bigint         not null,
    cost              numeric(18, 9) not null,
    constraint pk_usage_day primary key (tenant_id, day),
    constraint fk_usage_day_tenant_id foreign key (tenant_id) references tenant (id)
);
