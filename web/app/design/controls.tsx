'use client'

import { useState } from 'react'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Link } from '../../components/link.tsx'
import { PasswordField } from '../../components/password-field.tsx'
import { QuantityField } from '../../components/quantity-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { ThemeButton, ThemeChoice } from '../../components/theme-choice.tsx'
import { Board, EachState, Shown, State, States } from './board.tsx'

export function Controls() {
  return (
    <>
      <Board title="Buttons">
        <div className="flex flex-col gap-6">
          {(['primary', 'quiet', 'warning'] as const).map((look) => (
            <Buttons key={look} look={look} />
          ))}
        </div>
      </Board>
      <Board title="Links inside text">
        <States>
          <EachState on="a" states={['hovered', 'focused']}>
            <Link href="/delivery" className="link">
              About delivery
            </Link>
          </EachState>
        </States>
      </Board>
      <Board title="Fields">
        <div className="grid gap-6 sm:grid-cols-2">
          <EachState on="input" states={['hovered', 'focused']} wide>
            <TextField label="Email" hint="A hint before anything is wrong." />
          </EachState>
          <State name="filled" wide>
            <TextField label="Email" defaultValue="ada@example.org" />
          </State>
          <State name="wrong" wide>
            <TextField
              label="Email"
              defaultValue="ada at"
              error="The @ is missing. An address looks like ada@example.org."
            />
          </State>
          <State name="may stay empty" wide>
            <TextField label="Name" optional />
          </State>
          <State name="disabled" wide>
            <TextField label="Email" defaultValue="ada@example.org" disabled />
          </State>
        </div>
      </Board>
      <Board title="Password">
        <div className="grid gap-6 sm:grid-cols-2">
          <EachState on="button" states={['hovered', 'focused']} wide>
            <PasswordField label="Password" defaultValue="not a secret" autoComplete="off" />
          </EachState>
        </div>
      </Board>
      <Board title="Quantity">
        <States>
          <EachState on="button:last-of-type">
            <Quantity max={9} start={2} />
          </EachState>
          <State name="typed into">
            <Shown as="focused" on="input">
              <Quantity max={9} start={2} />
            </Shown>
          </State>
          <State name="at its least">
            <Quantity max={9} />
          </State>
          <State name="at its most">
            <Quantity max={9} start={9} />
          </State>
          <State name="disabled">
            <Quantity max={9} disabled />
          </State>
          <State name="medium">
            <Quantity max={9} start={2} size="medium" />
          </State>
        </States>
      </Board>
      <Board title="Theme">
        <States>
          <EachState on="label:last-of-type" states={['hovered']}>
            <InFooter />
          </EachState>
          <State name="focused">
            <Shown as="focused" on="input:checked">
              <InFooter />
            </Shown>
          </State>
        </States>
        <div className="mt-4 max-md:hidden">
          <States>
            <EachState on="button" states={['hovered', 'focused']}>
              <ThemeButton />
            </EachState>
          </States>
        </div>
      </Board>
    </>
  )
}

/** The footer's words are small and soft. */
function InFooter() {
  return (
    <div className="text-sm text-soft">
      <ThemeChoice />
    </div>
  )
}

function Buttons({ look }: { look: 'primary' | 'quiet' | 'warning' }) {
  return (
    <States>
      <EachState on="button">
        <Button look={look}>Place order</Button>
      </EachState>
      <State name="disabled">
        <Button look={look} disabled>
          Place order
        </Button>
      </State>
      <State name="loading">
        <Button look={look} disabled>
          <span aria-hidden className="spinner" />
          Placing your order
        </Button>
      </State>
      <State name="small">
        <Button look={look} size="small">
          Add to cart
        </Button>
      </State>
      <State name="link">
        <ButtonLink look={look} size="small" href="/design">
          View cart
        </ButtonLink>
      </State>
    </States>
  )
}

interface QuantityProps {
  max: number
  start?: number
  disabled?: boolean
  size?: 'small' | 'medium'
}

function Quantity({ start = 1, ...rest }: QuantityProps) {
  const [value, setValue] = useState(start)
  return <QuantityField label="Quantity" value={value} onChange={setValue} {...rest} />
}
