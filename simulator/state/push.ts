interface PushTask {
	/** Milliseconds since 1970. */
	at: number;
	revoked: boolean;
	receivers: string[];
}

/** Chat > Push to All Users: tags and attributes of the users of one app, and what was pushed. */
export class PushState {
	/** Names by their numbers, "0" to "9". */
	readonly attributeNames = new Map<string, string>();
	readonly tags = new Map<string, Set<string>>();
	readonly attributes = new Map<string, Map<string, string>>();
	readonly tasks = new Map<string, PushTask>();
	/** When pushes to all users were accepted, in milliseconds since 1970. */
	readonly toAll: number[] = [];
	private count = 0;

	tagsOf(userId: string): Set<string> {
		let tags = this.tags.get(userId);
		if (!tags) this.tags.set(userId, (tags = new Set()));
		return tags;
	}

	attributesOf(userId: string): Map<string, string> {
		let attributes = this.attributes.get(userId);
		if (!attributes) this.attributes.set(userId, (attributes = new Map()));
		return attributes;
	}

	/** Shaped like the TaskId in the sample of the page. */
	addTask(sdkAppId: number, receivers: string[], at: number): string {
		this.count += 1;
		const taskId = `${sdkAppId}_${144_115_212_910_570_000 + this.count * 64}_${this.count}`;
		this.tasks.set(taskId, { at, revoked: false, receivers });
		return taskId;
	}
}
