-- Token buckets of callers. Unlogged: after a crash all of them are full, which does no harm.
create unlogged table rate_limit (
    id         text   not null, -- quota and caller
    state      bytea,           -- as bucket4j writes it
    expires_at bigint,          -- milliseconds since 1970: when it is full again
    constraint pk_rate_limit primary key (id)
) with (fillfactor = 50);       -- a row is updated often, in its page
create index ix_rate_limit_expires_at on rate_limit (expires_at);
