type Listener = () => void;

/** Tells whoever shows the world that something in it changed. */
export class Changes {
	private listeners = new Set<Listener>();
	private count = 0;

	/** Grows with each change. */
	get revision(): number {
		return this.count;
	}

	happened(): void {
		this.count += 1;
		for (const listener of this.listeners) listener();
	}

	/** Returns what ends it. */
	listen(listener: Listener): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}
}
