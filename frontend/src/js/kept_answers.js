// Answers that the server has not said it has, in the browser's storage, whatever comes between: the session's end, a
// closed tab, no network. `name` is of one attempt of one person, so nobody else at this browser is given them.
const prefix = 'exams-hub answers ';
const keptFor = 30 * 24 * 3600 * 1000;  // ms
const mostKnown = 20;

export function keptAnswers(storage, name) {
  const key = prefix + name;

  // Storage that is full or switched off: the page itself still holds the answers.
  const read = () => {
    try {
      return JSON.parse(storage.getItem(key)).answers ?? {};
    } catch {
      return {};
    }
  };
  const write = (answers) => {
    try {
      if (Object.keys(answers).length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify({ at: Date.now(), answers }));
    } catch { /* as above */ }
  };

  return {
    // `values` as the server writes them, "3,17"; `had` is what the server said last that it has.
    keep(id, values, had) {
      const answers = read();
      const before = answers[id];
      const known = before ? [...before.known, before.values] : [had];
      answers[id] = { values, known: [...new Set(known)].slice(-mostKnown) };
      write(answers);
    },
    // The server has these. What was chosen since then stays kept.
    has(id, values) {
      const answers = read();
      if (!answers[id]) return;
      if (answers[id].values === values) delete answers[id];
      else answers[id].known = [...new Set([...answers[id].known, values])].slice(-mostKnown);
      write(answers);
    },
    // What is to be sent again, [id, values], given what the server has of each question now. What it has already is
    // left out, and so is what was answered anew on another machine since.
    unsent(had) {
      const answers = read();
      for (const [id, { values, known }] of Object.entries(answers)) {
        if (had(id) === values || !known.includes(had(id))) delete answers[id];
      }
      write(answers);
      return Object.entries(answers).map(([id, { values }]) => [id, values]);
    },
    forget: () => write({}),
  };
}

// Of attempts that nobody came back to.
export function forgetOldAnswers(storage, now = Date.now()) {
  try {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(prefix) && !(now - JSON.parse(storage.getItem(key)).at < keptFor)) storage.removeItem(key);
    }
  } catch { /* switched off, or not ours to read */ }
}
