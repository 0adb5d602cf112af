import { Controller, Get } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Access } from '../../src/platform/access';
import { refuseUndeclaredRoutes } from '../../src/platform/undeclared-routes';

@Controller()
class Undeclared {
  @Get('left-open')
  leftOpen(): string {
    return '';
  }
}

@Controller()
class Declared {
  @Get('declared')
  @Access('liaison')
  declared(): string {
    return '';
  }
}

describe('an application', () => {
  const boot = async (...controllers: (new () => object)[]) =>
    (await Test.createTestingModule({ controllers }).compile()).createNestApplication({ logger: false });

  it('does not start with a route that does not say who may call it, and names the route', async () => {
    const app = await boot(Declared, Undeclared);
    expect(() => refuseUndeclaredRoutes(app)).toThrow('Undeclared.leftOpen');
    await app.close();
  });

  it('starts when every route says so', async () => {
    const app = await boot(Declared);
    expect(() => refuseUndeclaredRoutes(app)).not.toThrow();
    await app.close();
  });
});
