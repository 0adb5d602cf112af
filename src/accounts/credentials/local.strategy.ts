import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import type { Viewer } from '../../platform/viewer';
import { SignIn } from '../sign-in/sign-in';
import type { SignInBody } from '../sign-in/sign-in.dto';

/** E-mail, password and perhaps a code in the body of a sign-in. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  validate(request: Request, email: string, password: string): Promise<Viewer> {
    const { code } = request.body as SignInBody;
    return this.signIn.run({ email, password, code, address: request.ip ?? '' });
  }
}
