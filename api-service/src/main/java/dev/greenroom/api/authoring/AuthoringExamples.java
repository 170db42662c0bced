package dev.greenroom.api.authoring;

/** What an author sends, for the OpenAPI document; a test sends it as well. */
final class AuthoringExamples {

    static final String QUESTION = """
            {"id": "our-queryset-question", "topic": "django", "section": "orm", "level": "MID", "kind": "EXPLAIN",
             "prompt": "How do you make sure that a page of ours sends few queries?",
             "tags": ["orm", "performance"], "expectedSeconds": 90,
             "hint": "Think of what happens when a template walks over a relation.",
             "commonMistakes": ["Looking for slow queries when there are too many quick ones."],
             "modelAnswer": "I count the queries first, with assertNumQueries in a test or with the debug toolbar, because the \
            number must not grow with the rows on the page. Where it does, a loop touches a relation that was not loaded. For a \
            foreign key I add select_related, which joins the other table into the same statement. For many related rows I add \
            prefetch_related, which sends one more query for all of them. Then the test keeps the number where it is.",
             "rubric": {"id": "technical@1"},
             "concepts": [
              {"id": "count-first", "label": "Counting the queries", "weight": 3, "required": true,
               "statement": "The number of queries is counted in a test or with the debug toolbar before anything is changed.",
               "paraphrases": ["I first look how many queries a page sends.", "You assert the number of queries in a test."],
               "terms": ["assertNumQueries", "debug toolbar", "count the queries"]},
              {"id": "grows-with-rows", "label": "It must not grow", "weight": 2, "required": true,
               "statement": "The number of queries must not grow with the number of rows that are shown.",
               "paraphrases": ["Ten rows and a thousand rows need the same number of queries.", "It stays constant."],
               "terms": ["constant", "grows", "per row"]},
              {"id": "join", "label": "Joining a foreign key", "weight": 2, "required": true,
               "statement": "select_related joins the table of a foreign key into the same statement.",
               "paraphrases": ["For a single related object you join it.", "One statement with a join brings both."],
               "terms": ["select_related", "select related", "join"]},
              {"id": "prefetch", "label": "Prefetching many", "weight": 2, "required": false,
               "statement": "prefetch_related loads many related rows with one more query for all of them.",
               "paraphrases": ["For lists you prefetch in a second query.", "One extra query brings all the children."],
               "terms": ["prefetch_related", "prefetch related", "second query"]}],
             "followUps": [
              {"id": "why-count", "when": {"concept": "count-first", "states": ["PARTIAL", "MISSED", "WRONG"]},
               "prompt": "How would you notice that a page sends too many queries?",
               "concepts": [{"id": "number-in-a-test", "label": "A number in a test", "weight": 2, "required": true,
                 "statement": "A test asserts the number of queries and fails when it grows.",
                 "paraphrases": ["I put assertNumQueries around the request.", "The test breaks when there is one more."],
                 "terms": ["assertNumQueries", "test"]}],
               "modelAnswer": "I wrap the request in assertNumQueries in a test, with two rows and with twenty, so that the test fails as soon as the number grows with the rows."},
              {"id": "why-join", "when": {"concept": "join", "states": ["PARTIAL", "MISSED", "WRONG"]},
               "prompt": "What would you do about a foreign key that a template reads in a loop?",
               "concepts": [{"id": "one-statement", "label": "One statement", "weight": 2, "required": true,
                 "statement": "A join brings the related row in the same statement.",
                 "paraphrases": ["select_related adds a join.", "Both tables come back at once."],
                 "terms": ["select_related", "join"]}],
               "modelAnswer": "I add select_related for that foreign key, so that a join brings the related row within the same statement, and no row of the loop needs a query."},
              {"id": "too-much", "when": {"allCovered": true}, "harder": true,
               "prompt": "When does loading everything at once become the problem itself?",
               "concepts": [{"id": "wide-rows", "label": "Wide rows", "weight": 2, "required": true,
                 "statement": "A join over many rows repeats the same wide columns and costs memory and transfer.",
                 "paraphrases": ["You drag the same parent along with every child.", "It loads more than the page shows."],
                 "terms": ["memory", "duplicate", "only"]}],
               "modelAnswer": "When a join repeats wide columns for every row or a prefetch loads thousands of objects of which the page shows ten; then I restrict the columns or paginate first."}],
             "calibration": [
              {"band": "STRONG", "style": "TYPED", "about": "all points", "text": "I count queries in a test with assertNumQueries, since the number must not grow with the rows. A foreign key gets select_related, which is a join in the same statement, and lists get prefetch_related, one more query for all of them."},
              {"band": "SOLID", "style": "SPOKEN", "about": "without the second query", "text": "so i would first count the queries maybe with the debug toolbar and make sure it does not grow with every row and then i use select related so it joins the other table"},
              {"band": "PARTIAL", "style": "TYPED", "about": "one remedy", "text": "I would use select_related so that the related table is joined and there are fewer queries."},
              {"band": "WEAK", "style": "TYPED", "about": "another matter", "text": "I would add an index to the table so that the queries become faster."},
              {"band": "WEAK", "style": "SPOKEN", "about": "hardware", "text": "well i think you put a bigger database server there and then it is fast"},
              {"band": "NO_EVIDENCE", "style": "TYPED", "about": "nothing", "text": "I don't know that."}],
             "sources": [{"title": "Database access optimization", "url": "https://docs.djangoproject.com/en/stable/topics/db/optimization/"}]}""";

    private AuthoringExamples() {}
}
