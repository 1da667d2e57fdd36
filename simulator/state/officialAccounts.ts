import type { MessageElement } from './conversations';

export interface Subscriber {
	/** Unix seconds. */
	subscribeTime: number;
	customString: string;
}

export interface ChannelMessage {
	key: string;
	seq: number;
	random: number;
	time: number;
	elements: MessageElement[];
	recalled: boolean;
}

/** A channel that users subscribe to. */
export interface OfficialAccount {
	id: string;
	owner: string;
	name: string;
	introduction: string;
	faceUrl: string;
	organization: string;
	customString: string;
	maxSubscribers: number;
	createTime: number;
	lastMsgTime: number;
	subscribers: Map<string, Subscriber>;
	messages: ChannelMessage[];
	/** When messages were sent, in milliseconds since 1970. */
	sendings: number[];
}

export function buildOfficialAccount(
	id: string,
	owner: string,
	name: string,
	time: number,
): OfficialAccount {
	return {
		id,
		owner,
		name,
		introduction: '',
		faceUrl: '',
		organization: '',
		customString: '',
		maxSubscribers: 100_000,
		createTime: time,
		lastMsgTime: 0,
		subscribers: new Map(),
		messages: [],
		sendings: [],
	};
}
