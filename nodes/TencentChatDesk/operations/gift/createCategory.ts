import { withoutAbsent } from '../../parameters/fields';
import {
	categoryId,
	configuration,
	descriptionControl,
	extensionInfoControl,
	nameControl,
	readCategoryId,
	readDescription,
	readExtensionInfo,
	readName,
} from './configuration';
import { changed } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';

export const maxDescription = 60;

export const createCategory: SingleOperation = {
	value: 'createCategory',
	name: 'Create Category',
	action: 'Create a gift category',
	description: 'Add a category of gifts; the page of Tencent allows three of them',
	documentation: 'https://trtc.io/document/72848',
	...configuration,
	path: 'live_engine_http_srv/add_gift_category',
	properties: [categoryId, { ...nameControl, placeholder: 'e.g. Flowers', required: true }],
	options: [descriptionControl(maxDescription), extensionInfoControl],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			CategoryId: readCategoryId(fields),
			DefaultName: readName(fields) ?? fields.text('name', 'Name'),
			DefaultDesc: readDescription(options, maxDescription),
			ExtensionInfo: readExtensionInfo(options),
		});
	},
	// The page does not say what a second call with the same ID does.
	retry: { policy: 'unsafe' },
	interpret: (response, { CategoryId }) => changed(response, { CategoryId }),
};
