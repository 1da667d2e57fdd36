import { NodeHelpers } from 'n8n-workflow';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodeTypeDescription,
} from 'n8n-workflow';

import { InvalidParameter } from '../../nodes/TencentChatDesk/parameters/invalidParameter';
import { readSettings } from '../../nodes/TencentChatDesk/delivery/settings';
import { resources } from '../../nodes/TencentChatDesk/operations';
import { callsApi } from '../../nodes/TencentChatDesk/operations/operation';
import { TencentChatDesk } from '../../nodes/TencentChatDesk/TencentChatDesk.node';
import { properties as triggerProperties } from '../../nodes/TencentChatDesk/trigger/properties';
import { readTriggerSettings } from '../../nodes/TencentChatDesk/trigger/settings';
import { operationSamples } from '../harness/operationSamples';
import { item } from './item';

const description: INodeTypeDescription = new TencentChatDesk().description;
const signer = { sdkAppId: 1, identifier: 'administrator', sign: () => 'a signature' };
const version: Pick<INode, 'typeVersion'> = { typeVersion: 1 };

/**
 * Options that say something as soon as they are added, with why that surprises nobody. All of them
 * are switches and pickers, which show what they are set to.
 */
const reviewed: Record<string, string> = {
	'imageDetails.format': 'Other, which clients show like any picture',
	'offlinePush.androidStyle': 'Standard, as without it',
	'offlinePush.apnsInterruptionLevel': 'Active, as without it',
	'offlinePush.apnsKeepBadge': 'off, as without it',
	'offlinePush.apnsLiveActivityEvent': 'asks for the ID of the live activity',
	'offlinePush.apnsMutableContent': 'off, as without it',
	'offlinePush.disable': 'off, as without it',
	'offlinePush.googlePriority': 'Normal, as the picker says',
	'offlinePush.honorImportance': 'Normal',
	'offlinePush.huaweiImportance': 'Normal',
	'offlinePush.huaweiIntentParam': 'off, as without it',
	'offlinePush.meizuNoticeMsgType': 'Public Message, as the picker says',
	'offlinePush.oppoNotifyLevel': 'asks for the category',
	'offlinePush.vivoClassification': 'System Message, as without it',
	'offlinePush.vivoNotifyType': 'Sound and Vibration, as without it',
	'options.addType': 'Both Sides, as without it',
	'options.applyJoinOption': 'Approval Needed: lets nobody in',
	'options.chatbotDisabled': 'off, as without it',
	'options.clearRamble': 'off, as without it',
	'options.enablePermission': 'off, as without it',
	'options.excludeFromUserRespTimeout': 'off, as without it',
	'options.forbidAudio': 'on: what locking a seat is for',
	'options.forbidVideo': 'on: what locking a seat is for',
	'options.force': 'off, as without it',
	'options.groupType': 'lists Public groups, as the picker says',
	'options.inviteJoinOption': 'Approval Needed: lets nobody in',
	'options.isMessageDisabled': 'off, as without it',
	'options.isNeedDetail': 'off, as without it',
	'options.isNeedReadReceipt': 'off, as without it',
	'options.isPublicVisible': 'on, as without it',
	'options.keepOwnerOnSeat': 'on: what it is added for',
	'options.isUnlimitedRoomEnabled': 'on: what it is added for',
	'options.isReturnCustomStatus': 'off, as without it',
	'options.isReturnInstid': 'off, as without it',
	'options.msgLifeTime': 'a day for pushes, seven days as without it for messages',
	'options.msgPriority': 'Normal, as without it',
	'options.needReadReceipt': 'off, as without it',
	'options.onlineOnly': 'off, as without it',
	'options.receptionLimitEnabled': 'on: counts with a limit beside it only',
	'options.sendPassword': 'on, as without it',
	'options.sendTipIfNoAgentOnline': 'off, as without it',
	'options.sortDirection': 'Descending, as without it',
	'options.status': 'Enabled, as the picker says',
	'options.supportMessageExtension': 'off, as without it',
	'options.supportTopic': 'off, as without it',
	'options.syncOtherMachine': "shows the message on the sender's devices",
	'options.takeSeatMode': 'Free to Take, as the picker says',
	'options.withHugeGroups': 'off, as without it',
	'options.withNoActiveGroups': 'off, as without it',
	'profile.adminForbidType': 'Allowed, as accounts begin',
	'profile.allowType': 'User Decides: befriends nobody',
	'profile.gender': 'Unknown, as accounts begin',
	'updateFields.answerType': 'Text, as the picker says',
	'updateFields.applyJoinOption': 'Approval Needed: lets nobody in',
	'updateFields.chatbotDisabled': 'off, as the switch shows',
	'updateFields.enablePermission': 'off, as the switch shows',
	'updateFields.historyMsgBeforeJoin': 'off, as the switch shows',
	'updateFields.inviteJoinOption': 'Approval Needed: lets nobody in',
	'updateFields.isMessageDisabled': 'off, as the switch shows',
	'updateFields.isUnlimitedRoomEnabled': 'on, as the switch shows',
	'updateFields.keepOwnerOnSeat': 'on, as the switch shows',
	'updateFields.isPublicVisible': 'on, as the switch shows',
	'updateFields.msgFlag': 'Messages and Notifications, as members begin',
	'updateFields.muteAll': 'off, as the switch shows',
	'updateFields.muteAllMember': 'off, as the switch shows',
	'updateFields.receptionLimitEnabled': 'on, as the switch shows',
	'updateFields.role': 'Member: gives nobody more rights',
	'updateFields.takeSeatMode': 'Free to Take, as the picker says',
};

/** The only numbers among them. */
const reviewedNumbers = ['options.msgLifeTime'];

interface Option {
	resource: string;
	operation: string;
	/** Collection and option. */
	name: string;
	type: string;
	/** What the panel holds, without the option. */
	without: INodeParameters;
	/** The same with the option added and left alone. */
	added: INodeParameters;
}

const isOption = (option: object): option is INodeProperties => 'type' in option;
const isCollection = ({ type }: INodeProperties) => type === 'collection';

/** The panel of an operation's sample, every other control left at its default, without options. */
function panelOf(resource: string, operation: string, more: INodeParameters): INodeParameters {
	const { parameters } = operationSamples[`${resource}.${operation}`]!;
	const panel = NodeHelpers.getNodeParameters(
		description.properties,
		{ resource, operation, ...parameters, ...more },
		true,
		false,
		version,
		description,
	);
	const empty = Object.fromEntries(
		description.properties.filter(isCollection).map(({ name }) => [name, {}]),
	);
	return { ...panel, ...empty };
}

/** What else has to stand in the panel for a collection to be shown. */
const shownBy = ({ displayOptions }: INodeProperties): INodeParameters =>
	Object.fromEntries(
		Object.entries(displayOptions?.show ?? {})
			.filter(([name]) => name !== 'resource' && name !== 'operation')
			.map(([name, wanted = []]) => [name.replace('/', ''), wanted[0] as string]),
	);

const files: INodeParameters = {
	imageUrl: 'https://example.com/a.png',
	videoUrl: 'https://example.com/a.mp4',
	videoThumbUrl: 'https://example.com/a.jpg',
};

const options: Option[] = resources.flatMap(({ value: resource, operations }) =>
	operations
		.filter(({ shape }) => shape !== 'respond')
		.flatMap(({ value: operation }) =>
			description.properties
				.filter(
					(property) =>
						isCollection(property) &&
						property.displayOptions?.show?.resource?.includes(resource) &&
						property.displayOptions.show.operation?.includes(operation),
				)
				.flatMap((collection) =>
					(collection.options as Array<INodeProperties | INodePropertyCollection>)
						.filter(isOption)
						.map((option) => {
							const panel = panelOf(resource, operation, {
								...files,
								...shownBy(collection),
								...shownBy(option),
							});
							return {
								resource,
								operation,
								name: `${collection.name}.${option.name}`,
								type: option.type,
								without: panel,
								added: { ...panel, [collection.name]: { [option.name]: option.default } },
							} as Option;
						}),
				),
		),
);

/** What Tencent would be sent and how, or why nothing would be. */
function outcome({ resource, operation }: Option, panel: INodeParameters): unknown {
	const found = resources
		.find(({ value }) => value === resource)!
		.operations.find(({ value }) => value === operation)!;
	try {
		const fields = item(panel);
		if (found.shape === 'local') return { ...found.make(fields, signer), ExpireTime: 0 };
		if (!callsApi(found)) throw new Error('A response to a callback is no call');
		const body = found.request(fields, 'https://n8n.example.com/webhook-waiting/1');
		const path = typeof found.path === 'string' ? found.path : found.path(fields);
		const settings = readSettings(fields, found, false);
		// The end of a period that is left open is now.
		const timeless = 'MaxTime' in body ? { ...body, MaxTime: 0 } : body;
		return [path, timeless, { ...settings, extraBody: settings.extraBody ?? {} }];
	} catch (error) {
		if (error instanceof InvalidParameter) return error.message;
		throw error;
	}
}

const saysSomething = (option: Option) =>
	JSON.stringify(outcome(option, option.added)) !== JSON.stringify(outcome(option, option.without));

describe('an option that is added and left alone', () => {
	it('says nothing, unless it was looked at', () => {
		const loud = options.filter(saysSomething).map(({ name }) => name);
		expect([...new Set(loud)].sort()).toEqual(Object.keys(reviewed).sort());
	});

	it('says nothing where it is a number, a text, a date or JSON', () => {
		const loud = options
			.filter(({ type }) => !['boolean', 'options'].includes(type))
			.filter(saysSomething)
			.map(({ name }) => name);
		expect([...new Set(loud)]).toEqual(reviewedNumbers);
	});

	it('changes nothing of a trigger', () => {
		const panel = { events: ['*'], responseMode: 'responseNode', options: {} };
		const own = triggerProperties.find(({ name }) => name === 'options')!.options!.filter(isOption);
		expect(own.length).toBeGreaterThan(2);
		for (const { name, default: start } of own) {
			const settings = readTriggerSettings(item({ ...panel, options: { [name]: start } }));
			expect([name, settings]).toEqual([name, readTriggerSettings(item(panel))]);
		}
	});

	it('is one of several hundred in all kinds of operations', () => {
		expect(options.length).toBeGreaterThan(500);
		expect(options.every((option) => typeof outcome(option, option.without) !== 'undefined')).toBe(
			true,
		);
	});
});

describe('a control that holds an example for what is written for good', () => {
	it.each([
		['push', 'setAttributes'],
		['push', 'setAttributeNames'],
	])('is empty until it is filled in: %s %s', (resource, operation) => {
		const panel = NodeHelpers.getNodeParameters(
			description.properties,
			{ resource, operation, userId: 'alice' },
			true,
			false,
			version,
			description,
		);
		const option = { resource, operation } as Option;
		expect(outcome(option, panel!)).toContain('is empty');
	});
});
