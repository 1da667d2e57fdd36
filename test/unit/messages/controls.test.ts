import type { INodeProperties } from 'n8n-workflow';

import {
	customerMessageProperties,
	readCustomerMessage,
} from '../../../nodes/TencentChatDesk/messages';
import {
	offlinePushProperty,
	readOfflinePush,
} from '../../../nodes/TencentChatDesk/messages/offlinePush';
import { neededBeside } from '../../support/neededBeside';
import { item, refusal } from '../item';

const url = 'https://example.com/a.bin';

/** What a file of the item needs. */
const ofItem = { inputDataFieldName: 'data' };

/** What each type needs to be sent at all. */
const enough: Record<string, Record<string, unknown>> = {
	text: { text: 'Hello' },
	richText: { richText: '**Hello**' },
	card: { cardTitle: 'Order' },
	choices: { choicesTitle: 'Which?', choicesItems: 'A' },
	form: { formQuestion: 'Which?', formAnswerWith: 'options', formOptions: 'A' },
	order: { orderName: 'Mug' },
	image: { imageUrl: url, ...ofItem },
	file: { fileUrl: url, fileName: 'a.bin', ...ofItem },
	sound: { soundUrl: url, ...ofItem },
	video: { videoUrl: url, videoThumbUrl: url, stillFieldName: 'still', ...ofItem },
	location: { locationLatitude: 0, locationLongitude: 0 },
	face: { faceIndex: 0 },
	custom: { customData: '{}' },
	json: { msgBodyJson: '{ "MsgType": "TIMTextElem", "MsgContent": { "Text": "Hello" } }' },
};

interface Control {
	/** As the panel shows it. */
	label: string;
	property: INodeProperties;
	/** Sends a message, or reads the push settings, with this value in the control. */
	give(value: unknown): unknown;
}

const typeOf = ({ displayOptions }: INodeProperties) =>
	String(displayOptions?.show?.messageType?.[0]);

const controlsOfTypes = customerMessageProperties
	.slice(1)
	.flatMap((property): Array<[string, Control]> => {
		const messageType = typeOf(property);
		const [fileSource = 'url'] = property.displayOptions?.show?.fileSource ?? [];
		const give = (values: Record<string, unknown>) =>
			readCustomerMessage(item({ messageType, fileSource, ...enough[messageType], ...values }));
		const label = property.displayName;
		const own = { label, property, give: (value: unknown) => give({ [property.name]: value }) };
		const inside = (property.type === 'collection' ? property.options! : []) as INodeProperties[];
		return [
			own,
			...inside.map((entry) => ({
				label: entry.displayName,
				property: entry,
				give: (value: unknown) => give({ [property.name]: { [entry.name]: value } }),
			})),
		].map((control) => [`${messageType}, ${control.label}`, control]);
	});

const pushSettings = (offlinePushProperty.options as INodeProperties[]).map(
	(property): [string, Control] => {
		const label = `Offline Push: ${property.displayName}`;
		const give = (value: unknown) =>
			readOfflinePush(
				item({ offlinePush: { ...neededBeside[property.name], [property.name]: value } }),
			);
		return [label, { label, property, give }];
	},
);

const ofType = (controls: Array<[string, Control]>, type: string) =>
	controls.filter(([, { property }]) => property.type === type);

const all = [...controlsOfTypes, ...pushSettings];
const collections: Array<[string, Control]> = [
	...ofType(controlsOfTypes, 'collection'),
	...ofType(controlsOfTypes, 'fixedCollection'),
	...ofType(pushSettings, 'fixedCollection'),
	[
		'Offline Push',
		{
			label: 'Offline Push',
			property: offlinePushProperty,
			give: (offlinePush) => readOfflinePush(item({ offlinePush })),
		},
	],
];

describe('every control of a message', () => {
	it.each(all.filter(([, { property }]) => !property.type.endsWith('ollection')))(
		'is named as in the panel when its expression gives nothing: %s',
		(_name, { label, give }) => {
			expect(refusal(() => give(undefined)).problem).toBe(`'${label}' is undefined`);
		},
	);

	it.each(collections)(
		'that holds others is named as in the panel when it holds a text: %s',
		(_name, { label, give }) => {
			expect(refusal(() => give('x')).problem).toBe(`'${label}' does not hold fields`);
		},
	);

	it.each(ofType(all, 'options'))(
		'takes each of its choices and nothing else: %s',
		(_name, { label, property, give }) => {
			for (const choice of property.options!) {
				expect(() => give((choice as { value: unknown }).value)).not.toThrow();
			}
			expect(refusal(() => give('x')).problem).toBe(`'${label}' is not one of its choices`);
		},
	);

	it.each(ofType(all, 'number'))(
		'takes the numbers that the panel takes: %s',
		(_name, { label, property, give }) => {
			const { minValue: min, maxValue: max } = property.typeOptions!;
			for (const beyond of [min! - 1, ...(max === undefined ? [] : [max + 1])]) {
				const { problem } = refusal(() => give(beyond));
				expect(problem).toBe(`'${label}' is ${beyond}, out of its range`);
			}
			for (const limit of [min, max ?? 2 ** 31]) expect(() => give(limit)).not.toThrow();
		},
	);
});
