-- Full-text search over the questions. The documents are generated from the bodies, so whoever stores a version, of
-- this release or the one before, keeps the search up to date without knowing of it.

-- A text as it is searched. PostgreSQL's parser makes "n" and "1" of "n+1", the one name by which everybody knows that
-- problem, and one word, a file or a host name, of "select_related/prefetch_related" or "asyncio.gather".
create function searchable(content text) returns text
    language sql immutable strict parallel safe
    return translate(
        regexp_replace(lower(content), '\m([a-z])[\s-]*(\+|plus)[\s-]*(1|one)\M', '\1plus1', 'g'),
        './_:@', '     ');

-- Everything under a path of a question, both as stems, for other forms of a word, and as it stands, for prefixes.
create function search_document(body jsonb, path jsonpath, weight "char") returns tsvector
    language sql immutable strict parallel safe
    return setweight(
        to_tsvector('english', searchable(jsonb_path_query_array(body, path) #>> '{}'))
            || to_tsvector('simple', searchable(jsonb_path_query_array(body, path) #>> '{}')),
        weight);

-- What a person types: words, "a phrase", -without, this or that; the last word may be unfinished.
create function search_query(typed text) returns tsquery
    language sql immutable strict parallel safe
    return (
        select case
                when words = '' or typed ~ '(^|\s)-|"' then whole
                else whole || to_tsquery('simple', replace(words, ' ', ' & ') || ':*')
            end
        from (select websearch_to_tsquery('english', searchable(typed)) as whole,
                     trim(regexp_replace(searchable(typed), '\W+', ' ', 'g')) as words) as question);

alter table question_version
    add column search tsvector generated always as (
        search_document(body, '$.id', 'A')
        || search_document(body, '$.prompt', 'A')
        || search_document(body, '$.tags[*]', 'B')
        || search_document(body, '$.concepts[*].label', 'B')
        || search_document(body, '$.concepts[*].terms[*]', 'C')
        || search_document(body, '$.concepts[*].statement', 'D')
    ) stored;
create index ix_question_version_search on question_version using gin (search);

-- How well a candidate masters a concept: one row for each, written with the evaluation that shows it.
create table mastery (
    tenant_id        uuid             not null,
    candidate_ref    text             not null,
    question_id      text             not null,
    concept_id       text             not null,
    label            text             not null,
    value            double precision not null, -- 0 to 1; the newest observation counts most
    value_before     double precision,          -- without the newest observation, which a better evaluation may replace
    observations     int              not null,
    last_state       text             not null,
    answer_id        uuid             not null, -- where the newest observation comes from
    first_seen_at    timestamptz      not null,
    updated_at       timestamptz      not null,
    constraint pk_mastery primary key (tenant_id, candidate_ref, question_id, concept_id),
    constraint fk_mastery_tenant_id foreign key (tenant_id) references tenant (id),
    constraint fk_mastery_question_id foreign key (question_id) references question (id)
);
create index ix_mastery_question_id on mastery (question_id);

-- How far an interview has adapted to its candidate; null unless it was started to do so.
alter table session add column adaptation jsonb;
