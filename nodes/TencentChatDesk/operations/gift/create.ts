import { withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { changed } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';
import {
	configuration,
	descriptionControl,
	extensionInfoControl,
	giftId,
	max,
	nameControl,
	readDescription,
	readExtensionInfo,
	readGiftId,
	readName,
} from './configuration';

export const maxDescription = 20;

export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a gift',
	description: 'Add a gift that viewers can send; the plan says how many there may be',
	documentation: 'https://trtc.io/document/72845',
	...configuration,
	path: 'live_engine_http_srv/add_gift',
	properties: [
		giftId,
		{ ...nameControl, required: true },
		{
			displayName: 'Coins',
			name: 'coins',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 1,
			required: true,
			placeholder: 'e.g. 10',
			description: 'What the gift costs',
		},
	],
	options: [
		descriptionControl(maxDescription),
		extensionInfoControl,
		{
			displayName: 'Icon URL',
			name: 'iconUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/rose.png',
			description: `Address of the picture in the list of gifts, up to ${max.url} bytes`,
		},
		{
			displayName: 'Level',
			name: 'level',
			type: 'number',
			typeOptions: { numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 1',
			description: 'Your own number for sorting gifts; 0 when left out',
		},
		{
			displayName: 'Resource URL',
			name: 'resourceUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/rose.mp4',
			description: `Address of the animation that the room shows, up to ${max.url} bytes`,
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const url = (name: string, label: string) =>
			withinBytes(options.optionalText(name, label), label, max.url);
		return withoutAbsent({
			GiftId: readGiftId(fields),
			DefaultName: readName(fields) ?? fields.text('name', 'Name'),
			DefaultDesc: readDescription(options, maxDescription),
			Coins: fields.integer('coins', 'Coins', { min: 0 }),
			IconUrl: url('iconUrl', 'Icon URL'),
			ResourceUrl: url('resourceUrl', 'Resource URL'),
			Level: options.optionalInteger('level', 'Level'),
			ExtensionInfo: readExtensionInfo(options),
		});
	},
	// The page does not say what a second call with the same ID does.
	retry: { policy: 'unsafe' },
	interpret: (response, { GiftId }) => changed(response, { GiftId }),
};
