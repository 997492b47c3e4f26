/** Everything that can go wrong with a request, as one error with a stable code and a sentence for people. */
export interface FieldProblem {
  field: string;
  message: string;
}

export class ApiProblem extends Error {
  /**
   * @param status HTTP status; 0 when no answer came.
   * @param code The server's stable code; `offline` when no answer came.
   * @param message For people, in the language of the request.
   * @param fields What was wrong with which field.
   * @param retryAfterMs When to try again, or null.
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
    this.name = "ApiProblem";
  }

  get offline(): boolean {
    return this.status === 0;
  }
}
