/** Waits that all end at once when the simulator closes, so that nothing outlives it. */
export class Sleeper {
	private readonly sleeping = new Map<NodeJS.Timeout, () => void>();

	async sleep(milliseconds: number): Promise<void> {
		await new Promise<void>((resolve) => {
			const timer = setTimeout(() => {
				this.sleeping.delete(timer);
				resolve();
			}, milliseconds);
			this.sleeping.set(timer, resolve);
		});
	}

	wakeAll(): void {
		for (const [timer, resolve] of this.sleeping) {
			clearTimeout(timer);
			resolve();
		}
		this.sleeping.clear();
	}
}
