-- CURATED, or LLM where a model phrased the follow-up on the candidate's words. Null for main turns, and for follow-ups from
-- before, all of which are curated.
alter table turn add column phrasing text;
