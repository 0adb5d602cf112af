import { buildMessage, ValidateBy } from 'class-validator';

const isObject = (one: unknown): boolean => typeof one === 'object' && one !== null && !Array.isArray(one);

/** A list of objects: nothing else in it can be checked property by property. */
export const IsObjectList = () =>
  ValidateBy({
    name: 'isObjectList',
    validator: {
      validate: (value) => Array.isArray(value) && value.every(isObject),
      defaultMessage: buildMessage((each) => `${each}$property must be a list of objects`),
    },
  });
