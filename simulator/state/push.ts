import type { JsonObject } from '../json';
import { DuplicateFilter } from './duplicates';

/** A push that was planned. */
export interface Schedule {
	id: number;
	type: string;
	/** Milliseconds since 1970, like the next. */
	at: number;
	createdAt: number;
	content: JsonObject;
}

export interface PushTask {
	/** Milliseconds since 1970. */
	at: number;
	revoked: boolean;
	receivers: string[];
	/** Whether a revocation can name it: pushes of the older commands cannot be taken back. */
	revocable: boolean;
	/** Whether the service keeps it as a message, so that it can be withdrawn from where it lies. */
	stored: boolean;
}

/** AttrTypes, and the kind of account that a tag was first given to. */
export type AccountType = 0 | 1;
export const ofUserId: AccountType = 0;
export const ofRegistrationId: AccountType = 1;

/** Push: tags and attributes of the users of one app, and what was pushed. */
export class PushState {
	/** Names by their numbers, "0" to "9". */
	readonly attributeNames = new Map<string, string>();
	/** Of attributes by the same numbers; those of UserIDs where there is none. */
	readonly attributeTypes = new Map<string, AccountType>();
	readonly tagTypes = new Map<string, AccountType>();
	/** RegistrationIDs of devices on which nobody is logged in. */
	readonly registrationIds = new Set(['device-of-nobody']);
	readonly tags = new Map<string, Set<string>>();
	readonly attributes = new Map<string, Map<string, string>>();
	readonly tasks = new Map<string, PushTask>();
	/** When pushes to all users were accepted, in milliseconds since 1970. */
	readonly toAll: number[] = [];
	/** MsgRandom of pushes to all users. */
	readonly sentToAll = new DuplicateFilter();
	readonly schedules = new Map<number, Schedule>();
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
	addTask(sdkAppId: number, task: Omit<PushTask, 'revoked'>): string {
		this.count += 1;
		const taskId = `${sdkAppId}_${144_115_212_910_570_000 + this.count * 64}_${this.count}`;
		this.tasks.set(taskId, { ...task, revoked: false });
		return taskId;
	}

	addSchedule(task: Omit<Schedule, 'id'>): number {
		const id = 1_234_567_890 + this.schedules.size;
		this.schedules.set(id, { ...task, id });
		return id;
	}
}
