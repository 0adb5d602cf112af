/** Lets only so many work at the same time; whoever comes then waits for a turn, in the order in which they came. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private working = 0;

  constructor(private readonly most: number) {}

  /**
   * Runs work when its turn has come.
   * @param gone ends the wait, as when nobody is there any more for whom it would be done
   * @throws the reason of `gone`
   */
  async run<T>(work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    await this.turn(gone);
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.working -= 1;
    }
  }

  private async turn(gone?: AbortSignal): Promise<void> {
    gone?.throwIfAborted();
    if (this.working < this.most) return void (this.working += 1);
    // Whoever ends hands its place on.
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = () => {
      this.waiting.splice(this.waiting.indexOf(resolve), 1);
      reject(gone?.reason as Error);
    };
    this.waiting.push(resolve);
    gone?.addEventListener('abort', leave, { once: true });
    await promise.finally(() => gone?.removeEventListener('abort', leave));
  }
}
