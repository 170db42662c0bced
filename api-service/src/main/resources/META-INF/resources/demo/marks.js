// Cuts an answer at the ends of its evidence. The offsets count UTF-16 units, as strings do here.

const gravity = { MISSED: 0, COVERED: 1, PARTIAL: 2, WRONG: 3 };

/** What parts of the answer show, numbered in the order in which they begin. */
export function notes(evaluation) {
  const found = evaluation.concepts.flatMap((concept) =>
    concept.evidence.map((evidence) => ({
      start: evidence.start,
      end: evidence.end,
      state: concept.state,
      label: concept.label,
      remark: evaluation.misconceptions.find(
        (error) => error.conceptId === concept.id && error.start === evidence.start && error.end === evidence.end,
      )?.correction,
    })),
  );
  const others = evaluation.misconceptions
    .filter((error) => !found.some((note) => note.start === error.start && note.end === error.end))
    .map((error) => ({ start: error.start, end: error.end, state: "WRONG", label: "Not right", remark: error.correction }));
  return [...found, ...others]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((note, index) => ({ ...note, number: index + 1 }));
}

/** The pieces of the answer, in order: each with the gravest state that it shows and the notes that end with it. */
export function pieces(text, all) {
  const cuts = [...new Set([0, text.length, ...all.flatMap((note) => [note.start, note.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1];
    const here = all.filter((note) => note.start < end && note.end > start);
    return {
      text: text.slice(start, end),
      state: here.map((note) => note.state).sort((a, b) => gravity[b] - gravity[a])[0],
      ending: here.filter((note) => note.end === end).map((note) => note.number),
    };
  });
}
