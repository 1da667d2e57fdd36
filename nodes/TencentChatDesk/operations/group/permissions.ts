import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { maxUnsigned } from '../shared/limits';

/** Permission groups of a community that has topics. */
export const permissionControls: INodeProperties[] = [
	{
		displayName: 'Default Permissions',
		name: 'defaultPermission',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
		default: '',
		placeholder: 'e.g. 7',
		description:
			'What members may do whom no permission group says more of, as the sum of the permissions. For communities with permission groups.',
	},
	{
		displayName: 'Permission Groups',
		name: 'enablePermission',
		type: 'boolean',
		default: false,
		description:
			'Whether permission groups decide what a member may do. For communities with topics.',
	},
];

/** The fields of the API for `permissionControls`. */
export function readPermissions(fields: Fields): IDataObject {
	return withoutAbsent({
		EnablePermission: fields.optionalFlag('enablePermission', 'Permission Groups'),
		DefaultPermission: fields.optionalInteger('defaultPermission', 'Default Permissions', {
			min: 0,
			max: maxUnsigned,
		}),
	});
}
