/** One flight at a time, and a way to forget the one that is in the air. */
export type SingleFlight<Answer> = {
  /** Joins the flight that is under way, or starts one. Rejects as that flight does. */
  join: (start: () => Promise<Answer>) => Promise<Answer>;
  /** Who joins from now on gets a flight of their own: the one in the air belongs to a session that ended. */
  forget: () => void;
};

/** Several who ask for the same thing at once share one request to the portal. */
export function createSingleFlight<Answer>(): SingleFlight<Answer> {
  let flight: Promise<Answer> | null = null;
  return {
    join: (start) => {
      if (flight !== null) return flight;
      const mine = start().finally(() => {
        if (flight === mine) flight = null;
      });
      flight = mine;
      return mine;
    },
    forget: () => {
      flight = null;
    },
  };
}
