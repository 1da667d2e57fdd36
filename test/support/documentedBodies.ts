import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { vendorSamples } from '../simulator/vendorSamples';

/** A body that a documentation page shows, and what a user fills in to get it. */
export interface DocumentedBody {
	page: string;
	/** `service/command`. */
	path: string;
	parameters: INodeParameters;
	/** The page's body, with the additions that this node makes on purpose. */
	body: IDataObject;
}

interface Recipe {
	parameters: INodeParameters;
	/** Fields that the page's sample lacks. A name stands for any number. */
	added?: IDataObject;
	numbers?: string[];
}

const byId = (value: string | number): INodeParameters => ({ __rl: true, mode: 'id', value });

const cloudCustomData = 'your cloud custom data';

const greeting = { messageType: 'text', text: 'hi, beauty' };

const directMessage = (options: INodeParameters, more: INodeParameters = {}): Recipe => ({
	parameters: {
		resource: 'directMessage',
		operation: 'send',
		toAccount: 'lumotuwe2',
		...greeting,
		options: { msgRandom: 1287657, msgTimeStamp: 1557387418, ...options },
		...more,
	},
	// Messages of one second are shown in the order of this number.
	numbers: ['MsgSeq'],
});

const toUser45: INodeParameters = {
	resource: 'session',
	operation: 'sendMessage',
	sendTo: 'user',
	serviceAccount: byId('@customer_service_account'),
	userId: 'user45',
};

const recipes: Record<string, Recipe> = {
	'Chat Desk > Send Messages, by session': {
		parameters: {
			resource: 'session',
			operation: 'sendMessage',
			sendTo: 'session',
			sessionId: 'fd8a2e30-54de-4e40-bcaf-02718409c5cf',
			messageType: 'text',
			text: 'Welcome to use smart customer service. Glad to serve you.',
			options: { cloudCustomData, msgRandom: 8436874 },
		},
	},
	'Chat Desk > Send Messages, by account': {
		parameters: {
			...toUser45,
			messageType: 'text',
			text: 'Welcome to register with xx mall. You can purchase the products you want herein. If you have any questions, contact our customer service.',
			options: { cloudCustomData, msgRandom: 82139 },
		},
	},
	'Chat Desk > Send Messages, card': {
		parameters: {
			...toUser45,
			messageType: 'card',
			cardTitle: 'card title',
			cardDescription: 'description',
			cardPictureUrl:
				'https://static.cloudcachetci.com/qcloud/portal/kit/images/presale.a4955999.jpeg',
			cardLinkUrl: 'https://www.qcloud.com/',
			// The page gives it the number of the message above, which Tencent would take for the same one.
			options: { cloudCustomData },
		},
		numbers: ['MsgRandom'],
	},
	'Chat Desk > Contact User': {
		parameters: {
			resource: 'session',
			operation: 'contactUser',
			serviceAccount: byId('@customer_service_account'),
			userId: '1289314544',
			options: { groupId: byId(9465), memberId: byId('1289316687@qq.com') },
		},
		// The page's table spells these two otherwise than its sample: both go out.
		added: { IMAgentUserId: '@customer_service_account', ClientUserId: '1289314544' },
	},
	'Live > Send Normal Message': {
		parameters: {
			resource: 'liveRoom',
			operation: 'sendText',
			roomId: byId('room1'),
			senderAccount: 'user1',
			text: 'msg',
			options: { extensionInfo: '{"data":1,"value":2}' },
		},
	},
	'Chat > Sending a One-to-One Message, from the admin': directMessage({
		syncOtherMachine: 2,
		msgLifeTime: 60,
	}),
	'Chat > Sending a One-to-One Message, callbacks forbidden': directMessage({
		syncOtherMachine: 2,
		msgLifeTime: 60,
		forbidCallbackControl: ['ForbidBeforeSendMsgCallback', 'ForbidAfterSendMsgCallback'],
	}),
	'Chat > Sending a One-to-One Message, with offline push': directMessage(
		{ syncOtherMachine: 2, fromAccount: 'lumotuwe1', msgLifeTime: 3600 },
		{
			offlinePush: {
				disable: false,
				desc: 'The content that is pushed offline',
				ext: 'The passthrough content',
				androidSound: 'android.mp3',
				apnsSound: 'apns.mp3',
				apnsKeepBadge: true,
				apnsTitle: 'apns title',
				apnsSubTitle: 'apns subtitle',
				apnsImage: 'www.image.com',
			},
		},
	),
	'Chat > Sending a One-to-One Message, synchronised to the sender': directMessage({
		syncOtherMachine: 1,
		fromAccount: 'lumotuwe1',
	}),
};

/** Every body that the vendor pages show. Throws when a page's sample has no recipe here. */
export const documentedBodies: DocumentedBody[] = vendorSamples.map(({ page, path, body }) => {
	const recipe = recipes[page];
	if (!recipe) throw new Error(`Nobody has said how to fill in the node for: ${page}`);
	const numbers = (recipe.numbers ?? []).map((name) => [name, 'a number']);
	return {
		page,
		path,
		parameters: recipe.parameters,
		body: {
			...(JSON.parse(body) as IDataObject),
			...recipe.added,
			...(Object.fromEntries(numbers) as IDataObject),
		},
	};
});

interface WithCard {
	MsgBody?: Array<{ MsgContent: { Data?: unknown; Desc?: unknown } }>;
}

/**
 * A body for comparison: a card's `Data`, a JSON text inside the JSON, is opened, because its
 * spaces mean nothing, and its notification is left out, which the page has not got; the given
 * numbers are replaced by the words `a number`.
 */
export function comparable(body: unknown, expected: IDataObject): IDataObject {
	const copy = structuredClone(body) as IDataObject & WithCard;
	for (const { MsgContent } of copy.MsgBody ?? []) {
		if (typeof MsgContent.Data !== 'string') continue;
		MsgContent.Data = JSON.parse(MsgContent.Data);
		delete MsgContent.Desc;
	}
	for (const [name, value] of Object.entries(expected)) {
		if (value === 'a number' && typeof copy[name] === 'number') copy[name] = value;
	}
	return copy;
}
